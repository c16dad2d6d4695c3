package org.openpriorauth.evaluation.charts;

import java.io.IOException;
import java.util.Locale;
import org.openpriorauth.samples.Camera;
import org.openpriorauth.samples.FaxMachine;
import org.openpriorauth.samples.Options;
import org.openpriorauth.samples.Scanner;

/** Scans, faxes and photographs what was printed. */
final class CopyRoom {
  private CopyRoom() {}

  static Copy copy(Chart chart, int index, Print print) throws IOException {
    String wish = chart.outputs().get(index);
    Options options = Options.of(wish + " made=2026-10-30T00:00:00");
    String kind = options.words().get(0);
    String name = chart.name() + (index == 0 ? "" : "-" + kind);
    byte[] pdf = options.has("upside") ? Turning.upsideDown(print.pdf()) : print.pdf();
    return switch (kind) {
      case "pdf" -> new Copy(name + ".pdf", "text", pdf);
      case "scan" -> new Copy(name + ".pdf", "scan", scan(pdf, options));
      case "mixed" ->
          new Copy(name + ".pdf", "mixed", Turning.mixed(pdf, scan(pdf, options), options));
      case "fax" ->
          new Copy(name + ".tiff", "fax", new FaxMachine(options, header(chart)).send(pdf));
      case "card" -> photo(name, options, new Camera(options).shoot(pdf));
      case "photo" -> photo(name, options, new Handheld(options).shoot(pdf));
      case "txt", "rtf", "docx" -> new Copy(name + "." + kind, "text", PlainCopy.of(chart, kind));
      default -> throw new IllegalArgumentException(chart.name() + ": no such output: " + wish);
    };
  }

  private static Copy photo(String name, Options options, byte[] picture) {
    String format = options.text("format", "png");
    return new Copy(name + "." + (format.equals("jpeg") ? "jpg" : format), "photo", picture);
  }

  private static byte[] scan(byte[] pdf, Options options) throws IOException {
    return Turning.sideways(new Scanner(options).scan(pdf), options);
  }

  private static String header(Chart chart) {
    var facts = chart.parts().get(0).facts();
    String from = facts.getOrDefault("facility.name", "MEDICAL OFFICE").toUpperCase(Locale.ROOT);
    String otherwise = "10/30/2026 14:07  FROM:" + from + "   TO:15550142   P.{page}/{pages}";
    return facts.getOrDefault("x.faxheader", otherwise);
  }
}
