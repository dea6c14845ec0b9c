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

/** The documents of an index that have a name, in any spelling, and their priors. */
final class CandidateLookup {
  /** Weight of other spellings of a name if the index has the exact spelling. */
  private static final double OTHER_SPELLING_WEIGHT = 0.1;

  /**
   * A document that has the name.
   *
   * @param doc number of the document in the index
   * @param exact whether the document has the name in the spelling that was looked up
   * @param prior probability that the name refers to the document's item
   */
  record Bearer(int doc, boolean exact, double prior) {}

  private static final Comparator<Bearer> LIKELIEST_FIRST =
      Comparator.comparing(Bearer::exact)
          .thenComparingDouble(Bearer::prior)
          .reversed()
          .thenComparingInt(Bearer::doc);

  /** Accumulated weights of all spellings of one bearer. */
  private static final class Sum {
    private final int doc;
    private final double popularity;
    private double exact;
    private double otherSum;
    private double otherMax;

    Sum(int doc, double popularity) {
      this.doc = doc;
      this.popularity = popularity;
    }

    void add(double weight, boolean written) {
      if (written) {
        exact = weight;
      } else {
        otherSum += weight;
        otherMax = Math.max(otherMax, weight);
      }
    }
  }

  /** Sums in ascending order of documents. */
  private final List<Sum> sums = new ArrayList<>();

  private final Set<BytesRef> otherSpellings = new HashSet<>();
  private final Priors priors;
  private boolean anyExact;

  private CandidateLookup(Priors priors) {
    this.priors = priors;
  }

  static CandidateLookup of(String name, List<LeafReaderContext> leaves, Priors priors)
      throws IOException {
    CandidateLookup bearers = new CandidateLookup(priors);
    String exact = NameKey.normalizedSpelling(name);
    String key = NameKey.of(exact);
    if (!key.isEmpty() && exact.length() <= NameKey.MAX_LENGTH) {
      BytesRef written = new BytesRef(IndexSchema.term(key, exact));
      BytesRef start = new BytesRef(key + IndexSchema.SEPARATOR);
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
    List<Sum> found = List.of();
    for (BytesRef term = terms.term();
        term != null && StringHelper.startsWith(term, start);
        term = terms.next()) {
      boolean exact = term.bytesEquals(written);
      if (exact) {
        anyExact = true;
      } else {
        otherSpellings.add(BytesRef.deepCopyOf(term));
      }
      found = merged(found, leaf, terms.postings(null, PostingsEnum.FREQS), exact);
    }
    sums.addAll(found);
  }

  /** Merges the sums of earlier spellings with the postings of one more spelling. */
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
      sum.add(WeightCodec.weight(docs.freq()), exact);
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

  /**
   * Returns the most probable bearers: exact spellings first, then by descending probability, ties
   * in the order of the index.
   *
   * @param limit maximum number of bearers
   */
  List<Bearer> likeliest(int limit) {
    double total = 0;
    // The head of the queue is the least probable bearer.
    PriorityQueue<Bearer> best = new PriorityQueue<>(LIKELIEST_FIRST.reversed());
    for (Sum sum : sums) {
      double score = score(sum);
      total += score;
      best.add(new Bearer(sum.doc, sum.exact > 0, score));
      if (best.size() > limit) {
        best.remove();
      }
    }
    double divisor = priors == Priors.GIVEN ? Math.max(1, total) : total;
    return best.stream()
        .sorted(LIKELIEST_FIRST)
        .map(each -> new Bearer(each.doc, each.exact, Math.min(1, each.prior / divisor)))
        .toList();
  }

  private double score(Sum sum) {
    double other =
        priors == Priors.GIVEN ? sum.otherSum / Math.max(1, otherSpellings.size()) : sum.otherMax;
    double weight = Math.max(sum.exact, anyExact ? OTHER_SPELLING_WEIGHT * other : other);
    return priors == Priors.GIVEN ? weight : weight * Math.pow(10, sum.popularity);
  }
}
