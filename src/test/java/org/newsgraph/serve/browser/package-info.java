/**
 * The explorer as a person meets it: pages opened in Debian's Chromium, worked by mouse or by
 * keyboard, looked at by axe-core, and pictured.
 *
 * <p>{@link org.newsgraph.serve.browser.Chromium} is where to begin: a test class that registers it
 * has a browser, and fails where a page asks another host for something or complains in its
 * console.
 */
package org.newsgraph.serve.browser;
