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
import org.openpriorauth.door.rest.ExternalIds;
import org.openpriorauth.priorauth.Clocks;
import org.openpriorauth.priorauth.OrderCheck;
import org.openpriorauth.priorauth.OrderedService;
import org.openpriorauth.priorauth.PriorAuthService.Change;
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
  private static final String PRIORITIES = "routine|urgent|emergent";
  private static final String NO_PRIORITY = "must be routine, urgent or emergent";
  private static final String NOT_EXTERNAL = "must be visible, and not of the form of our own ids";

  /**
   * @param patientId ours or another system's
   */
  public record NewJson(
      @Size(max = 100) @Pattern(regexp = ExternalIds.FORM, message = NOT_EXTERNAL) String externalId,
      @NotBlank @Size(max = 100) String patientId,
      @NotNull UUID coverageId,
      UUID orderingProviderId,
      UUID performingProviderId,
      @NotNull @Pattern(regexp = PRIORITIES, message = NO_PRIORITY) String priority,
      LocalDate orderedOn,
      @NotEmpty @Size(max = 50) List<@NotNull @Valid ItemJson> items) {
    NewRequest toCommand(UUID patient) {
      return new NewRequest(
          externalId,
          new OrderCheck.Wanted(
              patient,
              coverageId,
              new Providers(orderingProviderId, performingProviderId),
              Priority.of(priority),
              orderedOn,
              services(items)));
    }
  }

  /** What shall be otherwise; what is absent stays. */
  public record ChangeJson(
      @Size(max = 100) @Pattern(regexp = ExternalIds.FORM, message = NOT_EXTERNAL) String externalId,
      UUID coverageId,
      UUID orderingProviderId,
      UUID performingProviderId,
      @Pattern(regexp = PRIORITIES, message = NO_PRIORITY) String priority,
      LocalDate orderedOn,
      @Size(min = 1, max = 50) List<@NotNull @Valid ItemJson> items) {
    Change toCommand() {
      return new Change(
          externalId,
          coverageId,
          orderingProviderId,
          performingProviderId,
          priority == null ? null : Priority.of(priority),
          orderedOn,
          items == null ? null : services(items));
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
                      regexp = OrderCheck.DIAGNOSIS,
                      message = "must look like an ICD-10-CM code")
                  String>
              diagnosisCodes) {
    OrderedService toService() {
      return new OrderedService(
          new RequestedItem.Service(codeSystem, code, units, diagnosisCodes), description);
    }

    static ItemJson of(OrderedService ordered) {
      RequestedItem.Service service = ordered.service();
      return new ItemJson(
          service.codeSystem(),
          service.code(),
          ordered.description(),
          service.units().stripTrailingZeros(),
          service.diagnosisCodes());
    }
  }

  private static List<OrderedService> services(List<ItemJson> items) {
    return items.stream().map(ItemJson::toService).toList();
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
