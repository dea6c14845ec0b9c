package org.newsgraph.link.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.newsgraph.link.NameKey;
import org.newsgraph.link.index.KnowledgeBaseInfo.Priors;

/** All documents of an index that bear a name, in any spelling, and how likely it is each. */
final class CandidateLookup {
  /** What a name counts that is written otherwise, where others are written just so. */
  private static final double OTHERWISE = 0.1;

  /**
   * @param prior the probability that the name stands for it
   */
  record Bearer(int doc, boolean exact, double prior) {}

  private static final Comparator<Bearer> LIKELIEST_FIRST =
      Comparator.comparing(Bearer::exact)
          .thenComparingDouble(Bearer::prior)
          .reversed()
          .thenComparingInt(Bearer::doc);

  /** What the spellings of one bearer add up to. */
  private static final class Sum {
    private final int doc;
    private final double popularity;
    private double exact;
    private double otherwise;
    private double most;

    Sum(int doc, double popularity) {
      this.doc = doc;
      this.popularity = popularity;
    }

    void add(double weight, boolean written) {
      if (written) {
        exact = weight;
      } else {
        otherwise += weight;
        most = Math.max(most, weight);
      }
    }
  }

  /** By rising document. */
  private final List<Sum> sums = new ArrayList<>();

  private final Set<BytesRef> others = new HashSet<>();
  private final Priors priors;
  private boolean anyExact;

  private CandidateLookup(Priors priors) {
    this.priors = priors;
  }

  static CandidateLookup of(String name, List<LeafReaderContext> leaves, Priors priors)
      throws IOException {
    CandidateLookup bearers = new CandidateLookup(priors);
    String exact = NameKey.exact(name);
    String key = NameKey.of(exact);
    if (!key.isEmpty() && exact.length() <= NameKey.LONGEST) {
      BytesRef written = new BytesRef(IndexSchema.term(key, exact));
      BytesRef start = new BytesRef(key + IndexSchema.ZERO);
      for (LeafReaderContext leaf : leaves) {
        bearers.collect(leaf, start, written);
      }
    }
    return bearers;
  }

  private void collect(LeafReaderContext leaf, BytesRef start, BytesRef written)
      throws IOException {
    Terms names = leaf.reader().terms(IndexSchema.NAME);
    if (names == null) {
      return;
    }
    TermsEnum terms = names.iterator();
    if (terms.seekCeil(start) == TermsEnum.SeekStatus.END) {
      return;
    }
    List<Sum> here = List.of();
    for (BytesRef term = terms.term();
        term != null && StringHelper.startsWith(term, start);
        term = terms.next()) {
      boolean exact = term.bytesEquals(written);
      if (exact) {
        anyExact = true;
      } else {
        others.add(BytesRef.deepCopyOf(term));
      }
      here = merged(here, leaf, terms.postings(null, PostingsEnum.FREQS), exact);
    }
    sums.addAll(here);
  }

  /** Those that were found by earlier spellings, and those of one spelling more. */
  private static List<Sum> merged(
      List<Sum> earlier, LeafReaderContext leaf, PostingsEnum docs, boolean exact)
      throws IOException {
    NumericDocValues popularity = leaf.reader().getNumericDocValues(IndexSchema.POPULARITY);
    List<Sum> all = new ArrayList<>();
    int next = 0;
    while (docs.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      int doc = leaf.docBase + docs.docID();
      while (next < earlier.size() && earlier.get(next).doc < doc) {
        all.add(earlier.get(next++));
      }
      Sum sum =
          next < earlier.size() && earlier.get(next).doc == doc
              ? earlier.get(next++)
              : new Sum(doc, popularity(popularity, docs.docID()));
      sum.add(WeightCodec.of(docs.freq()), exact);
      all.add(sum);
    }
    all.addAll(earlier.subList(next, earlier.size()));
    return all;
  }

  private static double popularity(NumericDocValues column, int doc) throws IOException {
    return column != null && column.advanceExact(doc)
        ? EntryCodec.popularity(column.longValue())
        : 0;
  }

  /** Those written just so first, then by probability; equals in the order of the index. */
  List<Bearer> likeliest(int most) {
    double total = 0;
    // The least likely of the best so far comes out first.
    PriorityQueue<Bearer> best = new PriorityQueue<>(LIKELIEST_FIRST.reversed());
    for (Sum sum : sums) {
      double score = score(sum);
      total += score;
      best.add(new Bearer(sum.doc, sum.exact > 0, score));
      if (best.size() > most) {
        best.remove();
      }
    }
    double whole = priors == Priors.GIVEN ? Math.max(1, total) : total;
    return best.stream()
        .sorted(LIKELIEST_FIRST)
        .map(each -> new Bearer(each.doc, each.exact, Math.min(1, each.prior / whole)))
        .toList();
  }

  private double score(Sum sum) {
    double other = priors == Priors.GIVEN ? sum.otherwise / Math.max(1, others.size()) : sum.most;
    double weight = Math.max(sum.exact, anyExact ? OTHERWISE * other : other);
    return priors == Priors.GIVEN ? weight : weight * Math.pow(10, sum.popularity);
  }
}
