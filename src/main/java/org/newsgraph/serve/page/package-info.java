/**
 * What all pages are made of: {@link org.newsgraph.serve.page.Html}, pieces in which whatever an
 * article says stays text; {@link org.newsgraph.serve.page.Page}, the frame with its navigation,
 * search box and footer; and {@link org.newsgraph.serve.page.Assets}, the style sheets and modules
 * in the folder {@code assets} of the resources. There is no build step and nothing comes from
 * another host: {@code explorer.css} is the one style of all pages, and a page that needs more
 * names a sheet or an ES module of its own.
 *
 * <p>To add a page is to write a {@link org.newsgraph.serve.http.RouteHandler} that returns a
 * {@code Page}'s reply, and to add a line to the table of routes in {@code serve.ServedDatabase};
 * where it is a part of its own, {@link org.newsgraph.serve.page.Section} gets an entry.
 */
package org.newsgraph.serve.page;
