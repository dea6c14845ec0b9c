package org.newsgraph.query.statement;

import java.util.List;
import java.util.Optional;

/**
 * A page of reports of speech acts.
 *
 * @param sparql an equivalent query
 * @param next offset of the next page; empty on the last page
 */
public record ReportPage(String sparql, List<ReportView> reports, Optional<Integer> next) {}
