/**
 * The graph as tools for AI assistants, by the Model Context Protocol.
 *
 * <p>{@link org.newsgraph.serve.mcp.McpTools} defines the tools, {@link
 * org.newsgraph.serve.mcp.McpEndpoint} serves them over standard input and output ({@code newsgraph
 * mcp}) and over HTTP at {@code /mcp}, both through {@link
 * org.newsgraph.serve.mcp.JsonRpcTransport}. Each statement has a citation: its article and the
 * offsets of its characters.
 */
package org.newsgraph.serve.mcp;
