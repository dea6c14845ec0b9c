/**
 * The command line: one class per command.
 *
 * <p>A command reads its options, calls the package that does the work, and writes the result;
 * {@link org.newsgraph.cli.Newsgraph} runs it and reports any error in one line.
 *
 * <p>May use every other package, and no other package uses it. Begin with {@link
 * org.newsgraph.cli.Newsgraph}, then read {@link org.newsgraph.cli.ExtractCommand}.
 */
package org.newsgraph.cli;
