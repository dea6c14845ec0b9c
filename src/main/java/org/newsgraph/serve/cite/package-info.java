/**
 * Citations of statements: the exact sentence with author, headline, publication, date, the address
 * of the original and the address on this server. {@link org.newsgraph.serve.cite.CitationFormat}
 * writes them as text, Markdown, BibTeX, RIS and CSL-JSON.
 */
package org.newsgraph.serve.cite;
