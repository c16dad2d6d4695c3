package org.openpriorauth.criteria;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openpriorauth.wire.fhir.QuestionnaireForm;
import org.openpriorauth.wire.fhir.QuestionnaireForm.Item;
import org.openpriorauth.wire.fhir.QuestionnaireForm.Kind;
import org.openpriorauth.wire.json.Json;

/** A pack as a form that other systems can show: a question for each criterion, yes or no. */
final class PackQuestionnaire {
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\s]+");
  private static final int LONGEST_NAME = 200;

  private final Set<String> linkIds = new HashSet<>();

  private PackQuestionnaire() {}

  /**
   * @param pack one without faults
   * @param url its own for good, of all its versions
   */
  static QuestionnaireForm of(PolicyPack pack, String url, LocalDate today) {
    PackQuestionnaire made = new PackQuestionnaire();
    made.reserve(pack.criteria());
    LocalDate to = pack.effective().to();
    return new QuestionnaireForm(
        url,
        said(pack.version()),
        name(pack.id()),
        said(pack.title()),
        description(pack),
        to != null && to.isBefore(today),
        pack.effective().from(),
        to,
        Json.text(with(pack, null)),
        List.of(made.item(pack.criteria(), "1")),
        List.of());
  }

  private static String description(PolicyPack pack) {
    String begin = "A payer's rules as OpenPriorAuth tests them; not the payer's own form.";
    PolicyPack.Source source = pack.source();
    return source == null || source.title() == null || source.title().isBlank()
        ? begin
        : begin + " From: " + said(source.title());
  }

  /** The same pack with other criteria. */
  static PolicyPack with(PolicyPack pack, PolicyPack.Node criteria) {
    return new PolicyPack(
        pack.id(),
        pack.version(),
        pack.title(),
        pack.payerCode(),
        pack.effective(),
        pack.source(),
        pack.appliesTo(),
        pack.authorization(),
        criteria,
        pack.alternatives(),
        pack.tests());
  }

  private void reserve(PolicyPack.Node node) {
    if (node.leaf()) {
      linkIds.add(said(node.id()));
    } else {
      node.of().forEach(this::reserve);
    }
  }

  private Item item(PolicyPack.Node node, String number) {
    if (node.leaf()) {
      String ask = said(node.ask());
      List<Item> help =
          ask.isEmpty()
              ? List.of()
              : List.of(item(free(said(node.id()) + "-help"), Kind.DISPLAY, ask, null, List.of()));
      return item(said(node.id()), Kind.QUESTION, said(node.text()), Json.text(node), help);
    }
    List<Item> below = new ArrayList<>();
    for (int i = 0; i < node.of().size(); i++) {
      below.add(item(node.of().get(i), number + "." + (i + 1)));
    }
    PolicyPack.Node alone =
        new PolicyPack.Node(node.op(), node.n(), null, null, null, null, null, null, null);
    String linkId = free("group-" + number);
    return item(linkId, Kind.GROUP, PolicyWords.branch(node), Json.text(alone), below);
  }

  private static Item item(String linkId, Kind kind, String text, String own, List<Item> below) {
    return new Item(linkId, kind, text, "", own, List.of(), below);
  }

  private String free(String wanted) {
    String linkId = wanted;
    while (!linkIds.add(linkId)) {
      linkId += "-";
    }
    return linkId;
  }

  /** As FHIR lets a text be: one line, without characters that cannot be seen. */
  static String said(String text) {
    return text == null ? "" : UNSEEN.matcher(text).replaceAll(" ").strip();
  }

  /** For programs that make code of it: each word with a capital, a letter first. */
  private static String name(String id) {
    String words =
        Arrays.stream(id.split("[^A-Za-z0-9]+"))
            .filter(word -> !word.isEmpty())
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    String name = words.matches("[A-Z].*") ? words : "Pack" + words;
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }
}
