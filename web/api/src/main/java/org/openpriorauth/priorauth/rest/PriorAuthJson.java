package org.openpriorauth.priorauth.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.priorauth.Clocks;
import org.openpriorauth.priorauth.PriorAuthService.NewRequest;
import org.openpriorauth.priorauth.PriorAuthService.RequestView;
import org.openpriorauth.priorauth.model.PriorAuthorization.Providers;
import org.openpriorauth.priorauth.model.Priority;
import org.openpriorauth.priorauth.model.RequestedItem;

/** A prior authorization on the wire: what is asked for, and how it stands. */
public record PriorAuthJson(
    UUID id,
    String paNumber,
    String externalId,
    String state,
    Instant stateSince,
    UUID patientId,
    UUID coverageId,
    UUID payerId,
    String payerName,
    UUID orderingProviderId,
    UUID performingProviderId,
    String priority,
    LocalDate orderedOn,
    List<ItemJson> items,
    Clocks clocks,
    Instant createdAt,
    long version) {

  public record NewJson(
      @Size(max = 100) String externalId,
      @NotNull UUID patientId,
      @NotNull UUID coverageId,
      UUID orderingProviderId,
      UUID performingProviderId,
      @NotNull @Pattern(
              regexp = "routine|urgent|emergent",
              message = "must be routine, urgent or emergent")
          String priority,
      LocalDate orderedOn,
      @NotEmpty @Size(max = 50) List<@NotNull @Valid ItemJson> items) {
    NewRequest toCommand() {
      return new NewRequest(
          externalId,
          patientId,
          coverageId,
          new Providers(orderingProviderId, performingProviderId),
          Priority.of(priority),
          orderedOn,
          items.stream().map(ItemJson::toService).toList());
    }
  }

  /** Who orders and who performs. */
  public record ProvidersJson(@NotNull UUID orderingProviderId, UUID performingProviderId) {
    Providers toCommand() {
      return new Providers(orderingProviderId, performingProviderId);
    }
  }

  /**
   * @param units more than 0, at most three decimals
   * @param diagnosisCodes ICD-10-CM, the principal one first
   */
  public record ItemJson(
      @NotNull @Pattern(regexp = "cpt|hcpcs|ndc|rxnorm", message = "must be cpt, hcpcs, ndc or rxnorm") String codeSystem,
      @NotBlank @Size(max = 20) String code,
      @Size(max = 200) String description,
      @NotNull @DecimalMin(value = "0", inclusive = false) @Digits(
              integer = 9,
              fraction = 3,
              message = "must have at most nine digits and three decimals")
          BigDecimal units,
      @NotEmpty @Size(max = 12) List<
                  @NotNull @Pattern(
                      regexp = "[A-Z]\\d[0-9A-Z](\\.[0-9A-Z]{1,4})?",
                      message = "must look like an ICD-10-CM code")
                  String>
              diagnosisCodes) {
    RequestedItem.Service toService() {
      return new RequestedItem.Service(codeSystem, code, description, units, diagnosisCodes);
    }

    static ItemJson of(RequestedItem.Service service) {
      return new ItemJson(
          service.codeSystem(),
          service.code(),
          service.description(),
          service.units().stripTrailingZeros(),
          service.diagnosisCodes());
    }
  }

  static PriorAuthJson of(RequestView view) {
    return new PriorAuthJson(
        view.id(),
        view.paNumber(),
        view.externalId(),
        view.state().name(),
        view.stateSince(),
        view.order().patientId(),
        view.order().coverageId(),
        view.order().payerId(),
        view.payerName(),
        view.order().providers().ordering(),
        view.order().providers().performing(),
        view.order().priority().word(),
        view.order().orderedOn(),
        view.services().stream().map(ItemJson::of).toList(),
        view.clocks(),
        view.createdAt(),
        view.version());
  }
}
