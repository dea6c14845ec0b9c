package org.newsgraph.serve.cite;

import java.util.List;

/** A format of citations. */
public enum CitationFormat {
  TEXT("Text", "txt", "text/plain; charset=utf-8"),
  MARKDOWN("Markdown", "md", "text/markdown; charset=utf-8"),
  BIBTEX("BibTeX", "bib", "application/x-bibtex; charset=utf-8"),
  RIS("RIS", "ris", "application/x-research-info-systems; charset=utf-8"),
  CSL_JSON("CSL-JSON", "csl.json", "application/vnd.citationstyles.csl+json");

  private final String title;
  private final String extension;
  private final String mediaType;

  CitationFormat(String title, String extension, String mediaType) {
    this.title = title;
    this.extension = extension;
    this.mediaType = mediaType;
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
    return switch (this) {
      case TEXT -> PlainCitations.text(citations);
      case MARKDOWN -> PlainCitations.markdown(citations);
      case BIBTEX -> BibTex.write(citations);
      case RIS -> Ris.write(citations);
      case CSL_JSON -> CslJson.write(citations);
    };
  }
}
