/**
 * The parts that all pages share: {@link org.newsgraph.serve.page.Html}, fragments of HTML in which
 * all values are escaped; {@link org.newsgraph.serve.page.Page}, the frame with its navigation,
 * search box and footer; the components from which pages are built ({@link
 * org.newsgraph.serve.page.FilterForm}, {@link org.newsgraph.serve.page.FormField}, {@link
 * org.newsgraph.serve.page.ItemList}, {@link org.newsgraph.serve.page.BarList}, {@link
 * org.newsgraph.serve.page.BarChart}); and {@link org.newsgraph.serve.page.Assets}, the style
 * sheets and modules in the folder {@code assets} of the resources. There is no build step and
 * nothing comes from another host: {@code explorer.css} is the one style of all pages, and a page
 * that needs more names a sheet or an ES module of its own.
 *
 * <p>To add a page, write a {@link org.newsgraph.serve.http.RouteHandler} that returns a {@code
 * Page}'s reply, and add a line to the table of routes in {@code serve.ServedDatabase}. A page with
 * an entry in the navigation bar also gets a constant in {@link org.newsgraph.serve.page.Section}.
 */
package org.newsgraph.serve.page;
