package org.openpriorauth.priorauth.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openpriorauth.coding.CodeService;
import org.openpriorauth.coding.Looked;
import org.openpriorauth.coding.model.CodeSystem;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.priorauth.OrderedService;
import org.openpriorauth.priorauth.model.RequestedItem.Service;

/** The words of an order's codes, where a code set is loaded for its day. */
@Named
@RequestScoped
public class OrderedCodes {
  @Inject CurrentPerson current;
  @Inject RequestPage page;
  @Inject CodeService codes;

  private final Map<CodeSystem, Map<String, Looked>> looked = new HashMap<>();

  /** What was written beside the code, else what the code set says. */
  public String service(OrderedService ordered) {
    if (ordered.description() != null) {
      return ordered.description();
    }
    return CodeSystem.of(ordered.service().codeSystem())
        .map(system -> words(system, ordered.service().code()))
        .orElse("");
  }

  public String diagnosis(String code) {
    return words(CodeSystem.ICD10CM, code);
  }

  private String words(CodeSystem system, String code) {
    if (!current.may("code:read")) {
      return "";
    }
    Looked found = looked.computeIfAbsent(system, this::all).get(code);
    return found == null || found.found() == null ? "" : found.found().description();
  }

  private Map<String, Looked> all(CodeSystem system) {
    List<Service> services =
        page.getView().services().stream().map(OrderedService::service).toList();
    List<String> wanted =
        system == CodeSystem.ICD10CM
            ? services.stream().map(Service::diagnosisCodes).flatMap(Collection::stream).toList()
            : services.stream()
                .filter(s -> s.codeSystem().equals(system.word()))
                .map(Service::code)
                .toList();
    return codes.lookAll(current.caller(), system, wanted, page.getView().order().orderedOn());
  }
}
