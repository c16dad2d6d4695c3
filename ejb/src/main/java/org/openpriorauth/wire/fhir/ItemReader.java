package org.openpriorauth.wire.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Quantity;

/** The decisions of a ClaimResponse: on items, on added items and on the whole. */
final class ItemReader {
  private final ClaimResponse response;
  private final Notes notes;

  ItemReader(ClaimResponse response, Notes notes) {
    this.response = response;
    this.notes = notes;
  }

  /** A decision at the head stands for the whole request (profile-claimresponse-base). */
  PasAnswer.ItemDecision whole() {
    return review(response.getAdjudication())
        .map(review -> decision(0, response.getAdjudication(), new Carrier(response), List.of()))
        .orElse(null);
  }

  /**
   * Items in the payer's order. What is authorized instead of a modified one joins it by its
   * sequence (spec-36); an added item with a sequence that the request has not, or with none, is a
   * new one (spec-37).
   */
  List<PasAnswer.ItemDecision> items() {
    Map<Integer, PasAnswer.ItemDecision> bySequence = new LinkedHashMap<>();
    List<PasAnswer.ItemDecision> fresh = new ArrayList<>();
    Texts.each(response.getItem())
        .forEach(
            item -> {
              int sequence = Texts.sequence(item.getItemSequenceElement());
              bySequence.putIfAbsent(
                  sequence,
                  decision(
                      sequence, item.getAdjudication(), new Carrier(item), item.getNoteNumber()));
            });
    Texts.each(response.getAddItem()).forEach(added -> add(added, bySequence, fresh));
    List<PasAnswer.ItemDecision> all = new ArrayList<>(bySequence.values());
    all.addAll(fresh);
    return all;
  }

  private void add(
      ClaimResponse.AddedItemComponent added,
      Map<Integer, PasAnswer.ItemDecision> bySequence,
      List<PasAnswer.ItemDecision> fresh) {
    List<Integer> sequences =
        Texts.each(added.getItemSequence()).map(Texts::sequence).distinct().toList();
    List<Integer> known = sequences.stream().filter(bySequence::containsKey).toList();
    PasAnswer.ItemDecision own =
        with(
            decision(
                sequences.isEmpty() ? 0 : sequences.get(0),
                added.getAdjudication(),
                new Carrier(added),
                added.getNoteNumber()),
            authorised(added.getProductOrService(), added.getQuantity()),
            true);
    if (known.isEmpty()) {
      fresh.add(own);
    }
    known.forEach(sequence -> bySequence.compute(sequence, (key, item) -> joined(item, own)));
  }

  private static PasAnswer.ItemDecision joined(
      PasAnswer.ItemDecision item, PasAnswer.ItemDecision added) {
    List<String> words = new ArrayList<>(item.notes());
    added.notes().stream().filter(note -> !words.contains(note)).forEach(words::add);
    return new PasAnswer.ItemDecision(
        item.sequence(),
        item.action().isEmpty() ? added.action() : item.action(),
        item.reasons().isEmpty() ? added.reasons() : item.reasons(),
        first(item.authorizationNumber(), added.authorizationNumber()),
        first(item.administrationNumber(), added.administrationNumber()),
        first(item.issued(), added.issued()),
        first(item.period(), added.period()),
        first(added.authorised(), item.authorised()),
        words,
        false);
  }

  private static <T> T first(T one, T other) {
    return one == null ? other : one;
  }

  private static PasAnswer.ItemDecision with(
      PasAnswer.ItemDecision from, PasAnswer.Authorised authorised, boolean added) {
    return new PasAnswer.ItemDecision(
        from.sequence(),
        from.action(),
        from.reasons(),
        from.authorizationNumber(),
        from.administrationNumber(),
        from.issued(),
        from.period(),
        authorised,
        from.notes(),
        added);
  }

  private PasAnswer.ItemDecision decision(
      int sequence,
      List<ClaimResponse.AdjudicationComponent> adjudications,
      Carrier carrier,
      List<PositiveIntType> noteNumbers) {
    Optional<Extension> review = review(adjudications);
    return new PasAnswer.ItemDecision(
        sequence,
        review.map(r -> Texts.extensionCode(r, Pas.REVIEW_ACTION_CODE)).orElse(""),
        review.map(ItemReader::reasons).orElse(List.of()),
        Texts.orNull(
            review
                .map(r -> Texts.extensionText(r, "number"))
                .filter(number -> !number.isEmpty())
                .orElseGet(() -> carrier.text(Pas.AUTHORIZATION_NUMBER))),
        Texts.orNull(carrier.text(Pas.ADMINISTRATION_NUMBER)),
        carrier.extension(Pas.ISSUE_DATE).map(e -> Texts.date(e.getValue())).orElse(null),
        carrier.extension(Pas.PERIOD).map(e -> Texts.period(e.getValue())).orElse(null),
        carrier.extension(Pas.AUTHORIZED_DETAIL).map(ItemReader::detail).orElse(null),
        notes.of(noteNumbers),
        false);
  }

  private static Optional<Extension> review(
      List<ClaimResponse.AdjudicationComponent> adjudications) {
    return Texts.each(adjudications)
        .flatMap(a -> Texts.extension(a, Pas.REVIEW_ACTION).stream())
        .findFirst();
  }

  private static List<PasAnswer.Reason> reasons(Extension review) {
    return Texts.each(review.getExtension())
        .filter(e -> "reasonCode".equals(e.getUrl()))
        .map(Extension::getValue)
        .filter(CodeableConcept.class::isInstance)
        .map(CodeableConcept.class::cast)
        .map(c -> new PasAnswer.Reason(Texts.of(Texts.coding(c).getCode()), Texts.words(c)))
        .toList();
  }

  private static PasAnswer.Authorised detail(Extension detail) {
    CodeableConcept service =
        Texts.extension(detail, "productOrServiceCode")
            .map(Extension::getValue)
            .filter(CodeableConcept.class::isInstance)
            .map(CodeableConcept.class::cast)
            .orElseGet(CodeableConcept::new);
    Quantity quantity =
        Texts.extension(detail, "quantity")
            .map(Extension::getValue)
            .filter(Quantity.class::isInstance)
            .map(Quantity.class::cast)
            .orElseGet(Quantity::new);
    return authorised(service, quantity);
  }

  private static PasAnswer.Authorised authorised(CodeableConcept service, Quantity quantity) {
    var coding = Texts.coding(service);
    return new PasAnswer.Authorised(
        Texts.of(coding.getSystem()),
        Texts.of(coding.getCode()),
        Texts.words(service),
        Texts.units(quantity));
  }

  /** What carries extensions: the response itself is no element, its items are. */
  private record Carrier(List<Extension> extensions) {
    Carrier(Element element) {
      this(element.getExtension());
    }

    Carrier(ClaimResponse whole) {
      this(whole.getExtension());
    }

    Optional<Extension> extension(String url) {
      return Texts.each(extensions).filter(e -> url.equals(e.getUrl())).findFirst();
    }

    String text(String url) {
      return extension(url).map(e -> Texts.of(e.getValue())).orElse("");
    }
  }
}
