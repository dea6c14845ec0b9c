package org.newsgraph.store.text;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Analyzer of news text: lower case, no accents, no possessive "'s", English stems. There are no
 * stop words, because "The Who" and "It" are also names.
 */
final class NewsAnalyzer extends Analyzer {
  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new StandardTokenizer();
    TokenStream terms = new EnglishPossessiveFilter(words);
    terms = new ASCIIFoldingFilter(new LowerCaseFilter(terms));
    return new TokenStreamComponents(words, new PorterStemFilter(terms));
  }

  @Override
  protected TokenStream normalize(String field, TokenStream word) {
    return new ASCIIFoldingFilter(new LowerCaseFilter(word));
  }
}
