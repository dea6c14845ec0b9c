package org.newsgraph.export.format;

import org.newsgraph.export.network.NetworkOptions;

/**
 * What a person can choose of a format.
 *
 * @param choice what a network shows
 * @param spreadsheet whether CSV is for spreadsheets
 */
public record ExportOptions(NetworkOptions choice, boolean spreadsheet) {
  public static final ExportOptions NONE = new ExportOptions(NetworkOptions.ALL, false);
}
