/**
 * Corrections by users: {@link org.newsgraph.ingest.correction.CorrectionPlanner} turns a request
 * into an edit of the corrections file, and {@link org.newsgraph.ingest.correction.CorrectionRun}
 * reprocesses the articles whose graphs do not reflect the file.
 */
package org.newsgraph.ingest.correction;
