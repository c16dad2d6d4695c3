package org.openpriorauth.reader.office;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpriorauth.reader.typed.Block;
import org.openpriorauth.reader.typed.Block.Look;
import org.openpriorauth.reader.typed.Block.Paragraph;

/** What a C-CDA says before its sections, each on a line with its label. */
final class CdaHeader {
  private static final String SOCIAL_SECURITY = "2.16.840.1.113883.4.1";
  private static final String NPI = "2.16.840.1.113883.4.6";
  private static final int MOST_AUTHORS = 3;
  private static final Pattern TIME = Pattern.compile("(\\d{4})(\\d{2})?(\\d{2})?.*");
  private static final Pattern GENERATION = Pattern.compile("(?i)jr\\.?|sr\\.?|[ivx]{1,4}");

  private final List<Block> out;

  CdaHeader(List<Block> out) {
    this.out = out;
  }

  void add(CdaNode document) {
    String title = document.at("title").text();
    if (!title.isEmpty()) {
      out.add(new Paragraph(title, Look.HEADING));
    }
    patient(document.at("recordTarget", "patientRole"));
    line("Document Type", document.at("code").attribute("displayName"));
    line("Document Date", date(document.at("effectiveTime")));
    encounter(document.at("componentOf", "encompassingEncounter"));
    document.children("author").stream()
        .map(author -> author.at("assignedAuthor"))
        .filter(author -> !name(author.at("assignedPerson")).isEmpty())
        .limit(MOST_AUTHORS)
        .forEach(this::author);
    CdaNode custodian = document.at("custodian", "assignedCustodian");
    line("Custodian", custodian.at("representedCustodianOrganization", "name").text());
  }

  private void patient(CdaNode role) {
    CdaNode patient = role.at("patient");
    line("Patient Name", name(patient));
    line("Date of Birth", date(patient.at("birthTime")));
    line("Sex", sex(patient.at("administrativeGenderCode")));
    String label = "Patient ID";
    for (CdaNode id : role.children("id")) {
      String extension = id.attribute("extension");
      if (id.attribute("root").equals(SOCIAL_SECURITY)) {
        line("SSN", extension);
      } else if (!extension.isEmpty()) {
        line(label, extension);
        label = "Other ID";
      }
    }
    line("Address", address(role.at("addr")));
    line("Phone", phone(role));
  }

  private void encounter(CdaNode encounter) {
    CdaNode time = encounter.at("effectiveTime");
    String date = date(time);
    line("Encounter", date.isEmpty() ? date(time.at("low")) : date);
    CdaNode place = encounter.at("location", "healthCareFacility");
    String name = place.at("location", "name").text();
    line(
        "Location", name.isEmpty() ? place.at("serviceProviderOrganization", "name").text() : name);
  }

  private void author(CdaNode author) {
    line("Author", name(author.at("assignedPerson")));
    for (CdaNode id : author.children("id")) {
      if (id.attribute("root").equals(NPI)) {
        line("NPI", id.attribute("extension"));
      }
    }
    line("Organization", author.at("representedOrganization", "name").text());
  }

  private void line(String label, String value) {
    if (!value.isEmpty()) {
      out.add(new Paragraph(label + ": " + value, Look.PLAIN));
    }
  }

  /**
   * In the order of the parts; what somebody was called at birth or is called at home is not one.
   */
  private static String name(CdaNode of) {
    List<CdaNode> names = of.children("name");
    CdaNode name =
        names.stream()
            .filter(n -> n.attribute("use").equals("L"))
            .findFirst()
            .orElse(of.at("name"));
    if (name.children().isEmpty()) {
      return name.text();
    }
    StringBuilder said = new StringBuilder();
    for (CdaNode part : name.children()) {
      String text = part.text();
      boolean other = Set.of("BR", "CL", "SP").contains(part.attribute("qualifier"));
      if (!text.isEmpty() && !other && !part.name().equals("validTime")) {
        boolean title = part.name().equals("suffix") && !GENERATION.matcher(text).matches();
        said.append(said.isEmpty() ? "" : title ? ", " : " ").append(text);
      }
    }
    return said.toString();
  }

  private static String sex(CdaNode code) {
    String said = code.attribute("displayName");
    return !said.isEmpty()
        ? said
        : switch (code.attribute("code")) {
          case "F" -> "Female";
          case "M" -> "Male";
          default -> "";
        };
  }

  /** As people here write it, as exactly as it is known. */
  private static String date(CdaNode time) {
    Matcher found = TIME.matcher(time.attribute("value"));
    if (!found.matches()) {
      return "";
    }
    String year = found.group(1);
    String month = found.group(2);
    String day = found.group(3);
    return month == null ? year : day == null ? month + "/" + year : month + "/" + day + "/" + year;
  }

  private static String address(CdaNode address) {
    List<String> parts = new ArrayList<>();
    address.children("streetAddressLine").forEach(line -> parts.add(line.text()));
    parts.add(address.at("city").text());
    parts.add((address.at("state").text() + " " + address.at("postalCode").text()).strip());
    parts.removeIf(String::isEmpty);
    return String.join(", ", parts);
  }

  private static String phone(CdaNode role) {
    Set<String> numbers = new LinkedHashSet<>();
    for (CdaNode telecom : role.children("telecom")) {
      String value = telecom.attribute("value");
      if (value.startsWith("tel:")) {
        numbers.add(value.substring(4).strip());
      }
    }
    return numbers.isEmpty() ? "" : numbers.iterator().next();
  }
}
