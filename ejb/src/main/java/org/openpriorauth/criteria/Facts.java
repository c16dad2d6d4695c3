package org.openpriorauth.criteria;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openpriorauth.kernel.Evidence;

/**
 * What a request can show, in the one shape that policies test: things of a kind with named parts.
 *
 * @param today in the clinic's zone: nothing later counts
 * @param asOf the day of the order, from which "within n days" counts back, so that a request does
 *     not grow old while it waits
 * @param passages of the chart's text, for criteria in words
 */
public record Facts(LocalDate today, LocalDate asOf, List<Fact> all, Passages passages) {
  public Facts {
    all = List.copyOf(all);
  }

  /** Without a text. */
  public Facts(LocalDate today, LocalDate asOf, List<Fact> all) {
    this(today, asOf, all, criterion -> new Found(List.of(), Search.BY_WORDS));
  }

  Facts with(Passages text) {
    return new Facts(today, asOf, all, text);
  }

  /** Where a chart speaks of a criterion in words; asked only if a pack has one. */
  public interface Passages {
    Found on(PolicyPack.Node criterion);
  }

  /**
   * @param passages the likeliest first
   */
  public record Found(List<Evidence> passages, Search search) {}

  /**
   * One thing: a therapy with name, start, end and outcome; a finding; a document; the patient.
   *
   * @param kind therapy, finding, diagnosis, drug, service, document, patient, request, provider
   */
  public record Fact(String kind, Map<String, Part> parts) {
    public Fact {
      parts = Map.copyOf(parts);
    }

    public Optional<Part> part(String name) {
      return Optional.ofNullable(parts.get(name));
    }
  }

  /**
   * @param value normalised: dates ISO 8601, codes in capitals
   * @param evidence null for what the clinic's own record says
   * @param doubtful read with too little certainty to be used unseen
   */
  public record Part(String value, Evidence evidence, boolean doubtful) {
    public static Part known(String value) {
      return new Part(value, null, false);
    }
  }

  public List<Fact> of(String kind) {
    return all.stream().filter(f -> f.kind().equals(kind)).toList();
  }
}
