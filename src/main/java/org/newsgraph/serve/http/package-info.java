/**
 * Routing of HTTP requests to handlers.
 *
 * <p>A {@link org.newsgraph.serve.http.Route} says which {@link
 * org.newsgraph.serve.http.RouteHandler} answers at a path, and who may ask; the {@link
 * org.newsgraph.serve.http.Router} is the one servlet that finds it. A handler turns a {@link
 * org.newsgraph.serve.http.Request} into a {@link org.newsgraph.serve.http.Reply}, or throws a
 * {@link org.newsgraph.serve.http.HttpError}, whose message is sent to the client. To add a page,
 * write a handler and add a line to the table of routes in {@code serve.ServedDatabase}.
 */
package org.newsgraph.serve.http;
