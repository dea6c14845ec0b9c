package org.newsgraph.store.text;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Analyzer of news text: the words of {@link WordScanner} in lower case, without accents and
 * possessive "'s", English stems. There are no stop words, because "The Who" and "It" are also
 * names.
 *
 * <p>A change of the analysis requires another {@link IndexFolder#VERSION}.
 */
final class NewsAnalyzer extends Analyzer {
  private final boolean allForms;

  private NewsAnalyzer(boolean allForms) {
    this.allForms = allForms;
  }

  /** Returns the analyzer of text to be indexed, with all terms of {@link WordForms}. */
  static NewsAnalyzer ofText() {
    return new NewsAnalyzer(true);
  }

  /** Returns the analyzer of queries, with one term per word. */
  static NewsAnalyzer ofQueries() {
    return new NewsAnalyzer(false);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new NewsTokenizer(allForms);
    return new TokenStreamComponents(words, new PorterStemFilter(normalize(field, words)));
  }

  @Override
  protected TokenStream normalize(String field, TokenStream word) {
    TokenStream terms = new SpellingFilter(new LowerCaseFilter(word));
    return new ASCIIFoldingFilter(new ArabicNormalizationFilter(terms));
  }
}
