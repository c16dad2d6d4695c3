package org.openpriorauth.priorauth.view;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.priorauth.OrderedService;
import org.openpriorauth.priorauth.model.RequestedItem.Service;

/** One line of the order, as it is typed. */
public class OrderLine {
  private static final String UNITS = "\\d{1,9}([.]\\d{1,3})?";

  private String system = "cpt";
  private String code = "";
  private String units = "";
  private String diagnoses = "";

  static OrderLine of(OrderedService ordered) {
    Service service = ordered.service();
    OrderLine line = new OrderLine();
    line.system = service.codeSystem();
    line.code = service.code();
    line.units = service.units().stripTrailingZeros().toPlainString();
    line.diagnoses = String.join(" ", service.diagnosisCodes());
    return line;
  }

  boolean filled() {
    return !code.isBlank();
  }

  /** With the description that the code has had; a new code has none. */
  OrderedService service(List<OrderedService> before) {
    String typed = code.strip().toUpperCase(Locale.ROOT);
    if (!units.strip().matches(UNITS)) {
      throw Problem.invalid(
          "/items", "units", "%s needs its units as a number, like 1 or 2.5.".formatted(typed));
    }
    Service service =
        new Service(
            system,
            typed,
            new BigDecimal(units.strip()),
            Arrays.stream(diagnoses.toUpperCase(Locale.ROOT).split("[,;\\s]+"))
                .filter(d -> !d.isEmpty())
                .toList());
    return new OrderedService(
        service,
        before.stream()
            .filter(s -> s.service().codeSystem().equals(system))
            .filter(s -> s.service().code().equals(typed))
            .findFirst()
            .map(OrderedService::description)
            .orElse(null));
  }

  public String getSystem() {
    return system;
  }

  public void setSystem(String system) {
    this.system = system;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code == null ? "" : code;
  }

  public String getUnits() {
    return units;
  }

  public void setUnits(String units) {
    this.units = units == null ? "" : units;
  }

  public String getDiagnoses() {
    return diagnoses;
  }

  public void setDiagnoses(String diagnoses) {
    this.diagnoses = diagnoses == null ? "" : diagnoses;
  }
}
