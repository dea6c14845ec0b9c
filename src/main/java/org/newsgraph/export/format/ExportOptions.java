package org.newsgraph.export.format;

import org.newsgraph.export.network.NetworkOptions;

/**
 * Options of the export formats.
 *
 * @param network options of networks
 * @param spreadsheet whether CSV is written for spreadsheets
 */
public record ExportOptions(NetworkOptions network, boolean spreadsheet) {
  public static final ExportOptions NONE = new ExportOptions(NetworkOptions.ALL, false);
}
