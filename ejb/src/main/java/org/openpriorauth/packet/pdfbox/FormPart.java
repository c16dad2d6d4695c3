package org.openpriorauth.packet.pdfbox;

import java.util.List;
import java.util.Optional;
import org.openpriorauth.packet.RequestForm;
import org.openpriorauth.packet.RequestForm.Item;
import org.openpriorauth.packet.RequestForm.Provider;
import org.openpriorauth.wire.pdf.Flow;
import org.openpriorauth.wire.pdf.Headings;
import org.openpriorauth.wire.pdf.Look;
import org.openpriorauth.wire.pdf.Pairs;
import org.openpriorauth.wire.pdf.Pairs.Pair;
import org.openpriorauth.wire.pdf.Run;
import org.openpriorauth.wire.pdf.Table;
import org.openpriorauth.wire.pdf.Table.Column;

/** The request form. */
final class FormPart {
  private final RequestForm form;
  private final Look look;
  private final Flow flow;

  FormPart(RequestForm form, Look look, Flow flow) {
    this.form = form;
    this.look = look;
    this.flow = flow;
  }

  void layOut() {
    flow.begin(Part.FORM.title());
    Headings.title(flow, look, Part.FORM.title());
    flow.gap(-12);
    patient();
    coverage();
    provider("Ordering provider", form.ordering());
    provider("Performing facility", form.facility());
    items();
  }

  private void patient() {
    Headings.section(flow, look, "Patient");
    RequestForm.Patient patient = form.patient();
    Pairs.set(flow, look, 1, List.of(new Pair("Name", patient.name())));
    Pairs.set(
        flow,
        look,
        2,
        List.of(
            new Pair("Birth date", Headings.date(patient.birthDate())),
            new Pair("Sex", patient.sex()),
            new Pair("MRN", patient.mrn()),
            new Pair("Phone", patient.phone())));
  }

  private void coverage() {
    Headings.section(flow, look, "Coverage");
    RequestForm.Coverage coverage = form.coverage();
    Pairs.set(
        flow,
        look,
        2,
        List.of(
            new Pair("Member ID", coverage.memberId()),
            new Pair("Group", coverage.group()),
            new Pair("Plan", coverage.plan()),
            new Pair("Relationship", coverage.relationship())));
  }

  private void provider(String head, Optional<Provider> provider) {
    Headings.section(flow, look, head);
    if (provider.isEmpty()) {
      Pairs.set(flow, look, 1, List.of(new Pair("Name", "")));
      return;
    }
    Pairs.set(
        flow,
        look,
        2,
        List.of(new Pair("Name", provider.get().name()), new Pair("NPI", provider.get().npi())));
  }

  private void items() {
    Headings.section(flow, look, "Requested");
    Pairs.set(flow, look, 1, List.of(new Pair("Ordered on", Headings.date(form.orderedOn()))));
    flow.gap(6);
    List<Column> columns =
        List.of(
            new Column("Line", 0, 22, true),
            new Column("System", 34, 46, false),
            new Column("Code", 84, 66, false),
            new Column("Description", 154, 168, false),
            new Column("Units", 332, 72, false),
            new Column("Diagnoses", 414, 78, false));
    Table table = new Table(flow, look, columns);
    if (form.items().isEmpty()) {
      table.none();
    }
    for (Item item : form.items()) {
      table.row(
          List.of(
              columns.get(0).cell(new Run(Integer.toString(item.sequence()), look.small)),
              columns.get(1).cell(new Run(item.system(), look.small)),
              columns.get(2).cell(new Run(item.code(), look.smallStrong)),
              columns.get(3).cell(new Run(item.description(), look.small)),
              columns.get(4).cell(new Run(item.units(), look.small)),
              columns.get(5).cell(new Run(String.join(", ", item.diagnoses()), look.small))));
    }
  }
}
