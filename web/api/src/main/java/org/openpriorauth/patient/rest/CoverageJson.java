package org.openpriorauth.patient.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.openpriorauth.patient.CoverageService.CoverageView;
import org.openpriorauth.patient.CoverageService.MemberNumbers;
import org.openpriorauth.patient.CoverageService.NewCoverage;
import org.openpriorauth.patient.model.Coverage;

/** A coverage on the wire. {@code id} is ours and ignored when sent. */
public record CoverageJson(
    UUID id,
    @NotNull UUID payerId,
    @NotNull @Pattern(
            regexp = "primary|secondary|tertiary",
            message = "must be primary, secondary or tertiary")
        String rank,
    @NotNull @Pattern(
            regexp = "self|spouse|child|other",
            message = "must be self, spouse, child or other")
        String relationship,
    @Size(max = 200) String plan,
    @NotBlank @Size(max = 50) String memberId,
    @Size(max = 50) String groupNumber,
    @Size(max = 200) String subscriberName,
    LocalDate validFrom,
    LocalDate validTo) {

  NewCoverage toCommand() {
    return new NewCoverage(
        payerId,
        rank,
        relationship,
        validFrom,
        validTo,
        new MemberNumbers(memberId, groupNumber, plan, subscriberName));
  }

  static CoverageJson of(CoverageView view) {
    Coverage.Terms terms = view.terms();
    return new CoverageJson(
        view.id(),
        terms.payerId(),
        terms.rank(),
        terms.relationship(),
        view.numbers().plan(),
        view.numbers().memberId(),
        view.numbers().groupNumber(),
        view.numbers().subscriberName(),
        terms.validFrom(),
        terms.validTo());
  }
}
