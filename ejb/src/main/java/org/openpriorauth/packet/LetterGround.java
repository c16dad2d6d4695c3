package org.openpriorauth.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.criteria.Verdict;
import org.openpriorauth.packet.ChartPages.Enclosed;
import org.openpriorauth.packet.LetterText.Cited;

/**
 * What a letter of a request rests on, on the day on which it is looked at.
 *
 * @param facts what a template may tell
 * @param whole the answer to the payer's rules as a whole, or null without a policy
 * @param criteria all of them, met or not
 * @param accepted names and numbers
 * @param enclosed the chart's documents that go along, by id, in the order of their labels
 * @param offered passages that a sentence may well cite
 * @param contrary passages against the request
 */
public record LetterGround(
    NecessityFacts facts,
    Verdict whole,
    List<IndexedCriterion> criteria,
    Identity.Accepted accepted,
    Map<UUID, Enclosed> enclosed,
    List<Offered> offered,
    List<Contrary> contrary) {
  public LetterGround {
    criteria = List.copyOf(criteria);
    offered = List.copyOf(offered);
    contrary = List.copyOf(contrary);
  }

  /**
   * A passage to cite.
   *
   * @param about the criterion that it shows, or what was read in it
   */
  public record Offered(String about, CitedQuote words) {}

  /**
   * What speaks against the request: nobody is kept from writing past it, but not without seeing
   * it.
   *
   * @param about the criterion, or the thing that is denied
   */
  public record Contrary(String about, String why, List<CitedQuote> places) {
    public Contrary {
      places = List.copyOf(places);
    }
  }

  /** In the order of their labels. */
  List<PacketDocument> documents() {
    return enclosed.values().stream().map(Enclosed::document).toList();
  }

  /**
   * The words that a citation stands for.
   *
   * @return empty if they do not stand there, or the page is not the patient's or does not go along
   */
  Optional<CitedQuote> find(Cited cited) {
    return Optional.ofNullable(enclosed.get(cited.documentId()))
        .filter(document -> document.text(cited.page()).filter(t -> stands(cited, t)).isPresent())
        .flatMap(document -> document.cite(cited.evidence()));
  }

  private static boolean stands(Cited cited, String text) {
    return cited.quote() != null
        && cited.start() >= 0
        && cited.start() < cited.end()
        && cited.end() <= text.length()
        && plain(text.substring(cited.start(), cited.end())).equals(plain(cited.quote()));
  }

  /** Line breaks are the page's, not the words'. */
  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /** Values of the request that any sentence may say. */
  List<String> data() {
    List<String> data = new ArrayList<>(accepted.all());
    data.add(facts.patient().sex());
    facts.patient().age().ifPresent(age -> data.add("age " + age + " year old"));
    facts.services().forEach(s -> data.add(s.description() + " " + s.system() + " " + s.code()));
    facts.diagnoses().forEach(d -> data.add(d.description() + " ICD-10-CM " + d.code()));
    return data;
  }
}
