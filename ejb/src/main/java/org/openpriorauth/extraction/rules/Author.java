package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.openpriorauth.extraction.rules.Draft.Item;

/** Who wrote a document and when, and which part that gives him: known when all is read. */
final class Author {
  /** In rows: how far down the head of a document goes. */
  private static final int HEAD = 14;

  private static final Set<String> ORDERING = Set.of("plan", "orders", "assessment", "services");

  private final Draft draft;
  private final String type;
  private final int first;

  /** What the person who wrote the document says of itself. */
  private final Draft says = new Draft();

  private final Draft dates = new Draft();
  private final Draft house = new Draft();
  private boolean isLetter;
  private boolean answers;
  private boolean asksPayer;
  private Span addressee;

  /**
   * @param first the number of the document's first page
   */
  Author(Draft draft, String type, int first) {
    this.draft = draft;
    this.type = type;
    this.first = first;
  }

  Draft says() {
    return says;
  }

  /** The letterhead's telephone and fax numbers. */
  Draft house() {
    return house;
  }

  void dated(Shapes.Value date, double strength) {
    dates.add("date", "document", date.span(), date.normalized(), strength);
  }

  void read(Leaf leaf) {
    Signatures.read(leaf, says, dates);
    Visits.read(leaf, says, dates, draft);
    isLetter |= Closings.read(leaf, says, dates);
    answers |= Reply.answers(leaf);
    asksPayer |= Reply.asksPayer(leaf);
    if ("payer_letter".equals(type) && leaf.sheet().number() == first) {
      Span doctor = Reply.addressedDoctor(leaf);
      if (!draft.has("provider.ordering.name")) {
        draft.add("provider.ordering.name", "provider.ordering", doctor, null, 0.75);
      }
    }
    addressee = addressee == null ? Reply.addressee(leaf) : addressee;
    if (leaf.sheet().number() == first && !"insurance_card".equals(type)) {
      alone(leaf);
    }
  }

  /** A date that stands by itself in the document's head. */
  private void alone(Leaf leaf) {
    for (Row row : leaf.sheet().rows().stream().limit(HEAD).toList()) {
      for (int c = 0; c < row.cells().size(); c++) {
        int cell = c;
        Span place = leaf.sheet().span(row.cells().get(c));
        boolean labelled = leaf.labels().get(row.index()).stream().anyMatch(l -> l.cell() == cell);
        Shapes.Value date = labelled || draft.covers(place) ? null : Closings.date(place);
        if (date != null) {
          dated(date, 0.5);
          return;
        }
      }
    }
  }

  void finish(List<Leaf> leaves) {
    Item name = strongest(says.all("name"));
    if (name != null && !orderer(name)) {
      draft.add("document.author", "document", name.span(), null, name.strength());
    }
    Item date = strongest(dates.all("date"));
    if (date != null) {
      draft.add("document.date", "document", date.span(), date.normalized(), date.strength());
    }
    String part = part(leaves);
    if ("clinical_note".equals(type) && isLetter && answers && addressee != null) {
      draft.add("provider.referring.name", "provider.referring", addressee, null, 0.8);
    }
    if (name != null && part != null) {
      takePart(part, name);
    }
    if ("order".equals(type) || "ordering".equals(part) && isLetter) {
      letterheadReaches();
    }
  }

  /** Who signs an order as its orderer is named already. */
  private boolean orderer(Item name) {
    return ("order".equals(type) || "form".equals(type))
        && draft.all("provider.ordering.name").stream().anyMatch(known -> same(known, name));
  }

  private static boolean same(Item one, Item other) {
    return Names.key(one.span().value()).equals(Names.key(other.span().value()));
  }

  private boolean orders(List<Leaf> leaves) {
    return asksPayer
        || draft.has("service.code")
        || draft.has("service.description")
        || draft.all("drug.name").stream().anyMatch(drug -> isOrdered(drug, leaves));
  }

  private static boolean isOrdered(Item drug, List<Leaf> leaves) {
    return leaves.stream()
        .filter(leaf -> leaf.sheet() == drug.span().sheet())
        .anyMatch(leaf -> ORDERING.contains(leaf.section(drug.span())));
  }

  /**
   * On an order or a letter that asks, the letterhead's telephone is the orderer's, unless it gives
   * its own.
   */
  private void letterheadReaches() {
    for (String kind : List.of("phone", "fax")) {
      String name = "provider.ordering." + kind;
      Item item = strongest(house.all(kind));
      if (item != null && !draft.has(name)) {
        draft.add(name, "provider.ordering", item.span(), item.normalized(), 0.6);
      }
    }
  }

  private void takePart(String part, Item name) {
    String group = "provider." + part;
    List<Item> known = draft.all(group + ".name");
    boolean same =
        known.stream()
            .anyMatch(k -> Names.key(k.span().value()).equals(Names.key(name.span().value())));
    if (!known.isEmpty() && !same) {
      return;
    }
    draft.add(group + ".name", group, name.span(), null, name.strength() - 0.1);
    for (String kind : List.of("npi", "phone", "fax", "specialty")) {
      Item item = strongest(says.all(kind));
      if (item != null && !draft.has(group + "." + kind)) {
        draft.add(
            group + "." + kind,
            group,
            item.span(),
            item.normalized(),
            item.assertion(),
            item.flags(),
            item.strength() - 0.1);
      }
    }
  }

  /** Who writes to a colleague about a patient, and neither answers one nor asks a payer. */
  private boolean refers() {
    return isLetter && !answers && !asksPayer;
  }

  /**
   * Who writes an order or a note with one orders, who writes to another office refers; who writes
   * of an operation or a course has done it. A radiologist or pathologist is the author alone.
   */
  private String part(List<Leaf> leaves) {
    if (type == null) {
      return null;
    }
    return switch (type) {
      case "order" -> "ordering";
      case "clinical_note" -> refers() ? "referring" : orders(leaves) ? "ordering" : null;
      case "therapy_note", "operative_report", "procedure_report", "plan_of_care" -> "performing";
      default -> null;
    };
  }

  private static Item strongest(List<Item> items) {
    List<Item> sorted = new ArrayList<>(items);
    sorted.sort(Comparator.comparingDouble((Item i) -> -i.strength() - 0.02 * (i.agreeing() - 1)));
    return sorted.isEmpty() ? null : sorted.get(0);
  }
}
