/** The browser ships inside an npm package (see docs/decisions.md), so puppeteer must not download one of its own. */
module.exports = { skipDownload: true };
