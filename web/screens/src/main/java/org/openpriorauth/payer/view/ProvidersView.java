package org.openpriorauth.payer.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openpriorauth.clinic.ProviderService;
import org.openpriorauth.clinic.ProviderService.ProviderView;
import org.openpriorauth.clinic.model.Provider;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.door.view.Told;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.payer.NetworkService;
import org.openpriorauth.payer.PayerService;
import org.openpriorauth.payer.PayerService.PayerView;
import org.openpriorauth.payer.model.NetworkRepository.Standing;

/** Who orders and performs, and in which networks, on the practice's page. */
@Named
@RequestScoped
public class ProvidersView extends Told {
  @Inject ProviderService providers;
  @Inject NetworkService networks;
  @Inject PayerService payers;
  @Inject CurrentPerson current;
  @Inject HttpServletRequest asked;

  private List<ProviderView> all;
  private Map<UUID, List<Standing>> standings;
  private Map<UUID, String> payerNames;

  public boolean isMayChange() {
    return current.may("provider:change");
  }

  public List<ProviderView> getAll() {
    if (all == null) {
      all = providers.all(current.caller());
      standings =
          networks.all(current.caller()).stream()
              .collect(Collectors.groupingBy(Standing::provider));
      payerNames =
          payers.all(current.caller()).stream()
              .collect(Collectors.toMap(PayerView::id, PayerView::name));
    }
    return all;
  }

  public List<Standing> standings(UUID provider) {
    return standings.getOrDefault(provider, List.of());
  }

  public String payer(UUID payer) {
    return payerNames.get(payer);
  }

  /** Adds one where the dialog was opened for none, and changes that one otherwise. */
  public void save() {
    doing(
        () -> {
          Provider.Details wanted =
              new Provider.Details(
                  said("kind").equals("organization") ? "organization" : "person",
                  orNull(said("given")),
                  said("family"),
                  said("providerNpi"),
                  orNull(said("specialty")),
                  orNull(said("providerPhone")));
          if (wanted.name().isEmpty()) {
            throw Problem.invalid("/name", "not_blank", "Type the name.");
          }
          String id = said("provider");
          if (id.isEmpty()) {
            providers.add(current.caller(), wanted);
          } else {
            providers.change(
                current.caller(),
                UUID.fromString(id),
                Long.parseLong(said("providerSeen")),
                wanted,
                asked.getParameter("providerGone") == null);
          }
          all = null;
          return wanted.fullName() + " is saved.";
        });
  }

  public void note() {
    doing(
        () -> {
          if (said("networkPayer").isEmpty()) {
            throw Problem.invalid("/payer", "not_blank", "Choose the payer.");
          }
          networks.note(
              current.caller(),
              new Standing(
                  UUID.fromString(said("networkProvider")),
                  UUID.fromString(said("networkPayer")),
                  said("status"),
                  day("from", "/from"),
                  day("to", "/to")));
          all = null;
          return "The network is noted.";
        });
  }

  private String said(String parameter) {
    String said = asked.getParameter(parameter);
    return said == null ? "" : said.strip();
  }

  private static String orNull(String said) {
    return said.isEmpty() ? null : said;
  }

  private LocalDate day(String parameter, String pointer) {
    try {
      return said(parameter).isEmpty() ? null : LocalDate.parse(said(parameter));
    } catch (DateTimeParseException e) {
      throw Problem.invalid(pointer, "date", "Type a date.");
    }
  }
}
