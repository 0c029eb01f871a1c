/** The programs compared use the browser that this program uses, so none is downloaded. */
module.exports = { skipDownload: true };
