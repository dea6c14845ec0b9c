package org.newsgraph.serve.cite;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A format of citations. */
public enum CitationFormat {
  TEXT("Text", "txt", "text/plain; charset=utf-8", PlainCitations::text),
  MARKDOWN("Markdown", "md", "text/markdown; charset=utf-8", PlainCitations::markdown),
  BIBTEX("BibTeX", "bib", "application/x-bibtex; charset=utf-8", BibTex::write),
  RIS("RIS", "ris", "application/x-research-info-systems; charset=utf-8", Ris::write),
  CSL_JSON("CSL-JSON", "csl.json", "application/vnd.citationstyles.csl+json", CslJson::write);

  private final String title;
  private final String extension;
  private final String mediaType;
  private final Function<List<Citation>, String> writer;

  CitationFormat(
      String title, String extension, String mediaType, Function<List<Citation>, String> writer) {
    this.title = title;
    this.extension = extension;
    this.mediaType = mediaType;
    this.writer = writer;
  }

  /** Returns the format with a file extension, such as "bib". */
  public static Optional<CitationFormat> of(String extension) {
    return Arrays.stream(values()).filter(it -> it.extension.equals(extension)).findFirst();
  }

  public String title() {
    return title;
  }

  /** Returns the file extension, without a dot in front. */
  public String extension() {
    return extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Writes citations as one document. */
  public String write(List<Citation> citations) {
    return writer.apply(citations);
  }
}
