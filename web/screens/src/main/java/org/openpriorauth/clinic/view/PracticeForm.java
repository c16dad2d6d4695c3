package org.openpriorauth.clinic.view;

import java.time.ZoneId;
import java.util.List;
import org.openpriorauth.clinic.model.Clinic;

/** What a person types about a practice. */
public class PracticeForm {
  private String name;
  private String npi;
  private String taxId;
  private String line1;
  private String city;
  private String state;
  private String zipCode;
  private String phone;
  private String fax;
  private String timeZone = "America/New_York";

  public static PracticeForm of(Clinic.Details known) {
    PracticeForm form = new PracticeForm();
    form.name = known.name();
    form.npi = known.npi();
    form.taxId = known.taxId();
    form.line1 = known.address().line1();
    form.city = known.address().city();
    form.state = known.address().state();
    form.zipCode = known.address().zipCode();
    form.phone = known.phone();
    form.fax = known.fax();
    form.timeZone = known.timeZone();
    return form;
  }

  public Clinic.Details details() {
    return new Clinic.Details(
        name, npi, taxId, new Clinic.Address(line1, city, state, zipCode), phone, fax, timeZone);
  }

  /** Zones of the United States and its territories, and the clinic's own. */
  public List<String> getZones() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(
            zone ->
                zone.equals(timeZone)
                    || zone.matches(
                        "America/(New_York|Detroit|Chicago|Denver|Boise|Phoenix|Los_Angeles"
                            + "|Anchorage|Puerto_Rico|St_Thomas|Indiana/\\w+|Kentucky/\\w+"
                            + "|North_Dakota/\\w+)|Pacific/(Honolulu|Guam|Pago_Pago|Saipan)"))
        .sorted()
        .toList();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getNpi() {
    return npi;
  }

  public void setNpi(String npi) {
    this.npi = npi;
  }

  public String getTaxId() {
    return taxId;
  }

  public void setTaxId(String taxId) {
    this.taxId = taxId;
  }

  public String getLine1() {
    return line1;
  }

  public void setLine1(String line1) {
    this.line1 = line1;
  }

  public String getCity() {
    return city;
  }

  public void setCity(String city) {
    this.city = city;
  }

  public String getState() {
    return state;
  }

  public void setState(String state) {
    this.state = state;
  }

  public String getZipCode() {
    return zipCode;
  }

  public void setZipCode(String zipCode) {
    this.zipCode = zipCode;
  }

  public String getPhone() {
    return phone;
  }

  public void setPhone(String phone) {
    this.phone = phone;
  }

  public String getFax() {
    return fax;
  }

  public void setFax(String fax) {
    this.fax = fax;
  }

  public String getTimeZone() {
    return timeZone;
  }

  public void setTimeZone(String timeZone) {
    this.timeZone = timeZone;
  }
}
