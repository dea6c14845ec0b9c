/**
 * For assistants: the graph as tools of the Model Context Protocol, over standard input and output
 * ({@code newsgraph mcp}) and over HTTP at {@code /mcp}.
 *
 * <p>{@link org.newsgraph.serve.assist.McpTools} says what can be asked, {@link
 * org.newsgraph.serve.assist.McpEndpoint} connects it. Each statement comes with a citation: the
 * article, and the characters of it that the statement stands on.
 */
package org.newsgraph.serve.assist;
