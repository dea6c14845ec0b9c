/**
 * Input and output that several packages share: files that are complete or absent, error messages,
 * tasks in order, numbers and dates as text.
 *
 * <ul>
 *   <li>{@link org.newsgraph.io.AtomicFiles} writes a file in one step.
 *   <li>{@link org.newsgraph.io.IoErrors} describes an I/O error in one phrase for users.
 *   <li>{@link org.newsgraph.io.OrderedExecutor} runs tasks on several threads and returns their
 *       results in order.
 *   <li>{@link org.newsgraph.io.PropertiesFile} reads and writes small settings.
 *   <li>{@link org.newsgraph.io.NumberText} and {@link org.newsgraph.io.IsoDay} format numbers and
 *       dates, {@link org.newsgraph.io.FormulaGuard} protects cells from spreadsheets.
 * </ul>
 *
 * <p>Uses no other package of Newsgraph; all others may use it.
 */
package org.newsgraph.io;
