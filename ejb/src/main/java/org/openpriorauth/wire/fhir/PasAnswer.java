package org.openpriorauth.wire.fhir;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What a payer's text says. Texts in it are shortened to {@link Texts#LONGEST} characters. */
public sealed interface PasAnswer {

  /**
   * A ClaimResponse. What became of the request is told by the review actions alone: {@code
   * outcome} is {@code complete} for a pended request too.
   *
   * @param claims the numbers of the request that is answered, the surest first; may be empty
   * @param requestReference the address of the Claim that is answered, or null
   * @param preAuthRef the authorization's number, or null
   * @param preAuthPeriod or null
   * @param outcome the payer's word for how processing went, e.g. {@code complete}; empty if none
   * @param humanReviewed whether the payer says that a person has decided
   * @param whole a decision on the whole request (sequence 0), or null
   * @param items decisions on single items, then items that the payer has added
   */
  record Answered(
      List<PasIdentifier> claims,
      String requestReference,
      String preAuthRef,
      Period preAuthPeriod,
      String outcome,
      boolean humanReviewed,
      ItemDecision whole,
      List<ItemDecision> items,
      List<BusinessError> errors,
      List<InformationRequest> asks,
      List<String> notes)
      implements PasAnswer {}

  /** An OperationOutcome in place of an answer (spec-39 ff.). */
  record Refused(List<Issue> issues) implements PasAnswer {}

  /**
   * Not an answer.
   *
   * @param why for staff; says nothing of the content
   */
  record Unreadable(String why) implements PasAnswer {}

  /**
   * What the payer says about one item.
   *
   * @param sequence that of the request's item; 0 when the payer names none
   * @param action review action, X12 306: {@code A1} … {@code NA}, or whatever the payer has sent;
   *     empty when there is none
   * @param authorizationNumber REF-BB, or null
   * @param administrationNumber REF-NT, or null
   * @param issued or null
   * @param period or null
   * @param authorised what is authorized when the payer says it, e.g. instead of a modified item
   *     (A6, spec-36); or null
   * @param notes the payer's words; a reason may be only there (FHIR-56288)
   * @param added whether the request had no such item (spec-37)
   */
  record ItemDecision(
      int sequence,
      String action,
      List<Reason> reasons,
      String authorizationNumber,
      String administrationNumber,
      LocalDate issued,
      Period period,
      Authorised authorised,
      List<String> notes,
      boolean added) {}

  /** A reason by its code (list 886) and words; either may be empty. */
  record Reason(String code, String text) {}

  /**
   * What is authorized.
   *
   * @param system URI of the code's issuer; empty when not said
   * @param code empty when not said
   * @param units or null
   */
  record Authorised(String system, String code, String text, BigDecimal units) {}

  /** From and until, both included; either may be null. */
  record Period(LocalDate start, LocalDate end) {}

  /**
   * Why a sound request cannot be worked on (AAA).
   *
   * @param code reject reason, X12 901; may be empty
   * @param text the error in words; may be empty
   * @param followUp what to do, X12 889; may be empty
   * @param element the X12 element; may be empty
   * @param path FHIRPath from the Bundle; may be empty
   */
  record BusinessError(String code, String text, String followUp, String element, String path) {}

  /**
   * What the payer wants to see (ainfo-2 ff.).
   *
   * @param sequence of the item; 0 for the whole request
   * @param kind what is to be done, e.g. {@code attachments-needed}, {@code questionnaire-context};
   *     empty for a CommunicationRequest alone
   * @param reportType PWK01, X12 755; may be empty
   * @param system URI of the code's issuer; empty when not said
   * @param code kind of document, mostly LOINC; may be empty
   * @param text may be empty
   * @param trace the number under which the answer is to come, or null
   */
  record InformationRequest(
      int sequence,
      String kind,
      String reportType,
      String system,
      String code,
      String text,
      PasIdentifier trace) {}

  /**
   * What is wrong with a call.
   *
   * @param severity fatal, error, warning or information
   * @param code FHIR issue type
   * @param text the issue in words
   * @param place FHIRPath expressions; may be empty
   */
  record Issue(String severity, String code, String text, String place) {}
}
