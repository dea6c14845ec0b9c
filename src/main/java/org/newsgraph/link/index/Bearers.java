package org.newsgraph.link.index;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.newsgraph.link.index.Description.Priors;

/** All documents of an index that bear a name, in any spelling, and how likely it is each. */
final class Bearers {
  /** What a name counts that is written otherwise, where others are written just so. */
  private static final double OTHERWISE = 0.1;

  /**
   * @param prior the probability that the name stands for it
   */
  record Bearer(int doc, boolean exact, double prior) {}

  /** What the spellings of one bearer add up to. */
  private static final class Sum {
    private double exact;
    private double otherwise;
    private double most;
    private double popularity;
  }

  private final Map<Integer, Sum> sums = new HashMap<>();
  private final Set<BytesRef> others = new HashSet<>();
  private final Priors priors;
  private boolean anyExact;

  private Bearers(Priors priors) {
    this.priors = priors;
  }

  static Bearers of(String name, List<LeafReaderContext> leaves, Priors priors) throws IOException {
    Bearers bearers = new Bearers(priors);
    String exact = NameKey.exact(name);
    String key = NameKey.of(exact);
    if (!key.isEmpty() && exact.length() <= NameKey.LONGEST) {
      BytesRef written = new BytesRef(Fields.term(key, exact));
      BytesRef start = new BytesRef(key + Fields.ZERO);
      for (LeafReaderContext leaf : leaves) {
        bearers.collect(leaf, start, written);
      }
    }
    return bearers;
  }

  private void collect(LeafReaderContext leaf, BytesRef start, BytesRef written)
      throws IOException {
    Terms names = leaf.reader().terms(Fields.NAME);
    if (names == null) {
      return;
    }
    TermsEnum terms = names.iterator();
    if (terms.seekCeil(start) == TermsEnum.SeekStatus.END) {
      return;
    }
    for (BytesRef term = terms.term();
        term != null && StringHelper.startsWith(term, start);
        term = terms.next()) {
      boolean exact = term.bytesEquals(written);
      if (exact) {
        anyExact = true;
      } else {
        others.add(BytesRef.deepCopyOf(term));
      }
      collect(leaf, terms.postings(null, PostingsEnum.FREQS), exact);
    }
  }

  private void collect(LeafReaderContext leaf, PostingsEnum docs, boolean exact)
      throws IOException {
    NumericDocValues popularity = leaf.reader().getNumericDocValues(Fields.POPULARITY);
    while (docs.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      Sum sum = sums.computeIfAbsent(leaf.docBase + docs.docID(), doc -> new Sum());
      double weight = Weight.of(docs.freq());
      if (exact) {
        sum.exact = weight;
      } else {
        sum.otherwise += weight;
        sum.most = Math.max(sum.most, weight);
      }
      if (popularity != null && popularity.advanceExact(docs.docID())) {
        sum.popularity = EntryCodec.popularity(popularity.longValue());
      }
    }
  }

  /** Those written just so first, then by probability; equals in the order of the index. */
  List<Bearer> likeliest(int most) {
    double total = sums.values().stream().mapToDouble(this::score).sum();
    double whole = priors == Priors.GIVEN ? Math.max(1, total) : total;
    return sums.entrySet().stream()
        .map(
            each ->
                new Bearer(
                    each.getKey(),
                    each.getValue().exact > 0,
                    Math.min(1, score(each.getValue()) / whole)))
        .sorted(
            Comparator.comparing(Bearer::exact)
                .thenComparingDouble(Bearer::prior)
                .reversed()
                .thenComparingInt(Bearer::doc))
        .limit(most)
        .toList();
  }

  private double score(Sum sum) {
    double other = priors == Priors.GIVEN ? sum.otherwise / Math.max(1, others.size()) : sum.most;
    double weight = Math.max(sum.exact, anyExact ? OTHERWISE * other : other);
    return priors == Priors.GIVEN ? weight : weight * Math.pow(10, sum.popularity);
  }
}
