package org.openpriorauth.evaluation.charts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the labelled set into a directory: each document, and its gold file beside it. */
public final class WriteCharts {
  private WriteCharts() {}

  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args.length > 0 ? args[0] : "target/charts");
    Files.createDirectories(directory);
    int documents = 0;
    for (Chart chart : ChartBook.all()) {
      Print print = PrintShop.print(chart);
      for (int i = 0; i < chart.outputs().size(); i++) {
        Copy copy = CopyRoom.copy(chart, i, print);
        Files.write(directory.resolve(copy.fileName()), copy.content());
        Files.writeString(
            directory.resolve(copy.fileName() + ".gold.json"), Gold.of(chart, copy, print));
        documents++;
      }
    }
    for (Received received : Received.all()) {
      Files.write(directory.resolve(received.name()), received.content());
      Files.write(directory.resolve(received.name() + ".gold.json"), received.gold());
      documents++;
    }
    System.out.println(documents + " documents in " + directory);
  }
}
