/**
 * Tests of the explorer in a browser: pages are opened in Debian's Chromium, used by mouse and
 * keyboard, checked by axe-core, and saved as screenshots.
 *
 * <p>Begin with {@link org.newsgraph.serve.browser.Chromium}. A test class that registers it has a
 * browser, and fails if a page requests anything from another host or shows an error in the
 * console.
 */
package org.newsgraph.serve.browser;
