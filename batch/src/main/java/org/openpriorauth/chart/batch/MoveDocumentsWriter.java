package org.openpriorauth.chart.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.openpriorauth.chart.DocumentMoves;
import org.openpriorauth.chart.batch.FormerContentReader.Content;

/** Moves contents one by one; one that cannot be moved stays where it is and is told. */
@Named
@Dependent
public class MoveDocumentsWriter extends AbstractItemWriter {
  private static final Logger LOG = System.getLogger(MoveDocumentsWriter.class.getName());

  @Inject DocumentMoves moves;

  /**
   * @throws IllegalStateException if none could be moved: a store is away, and to go on is idle
   */
  @Override
  public void writeItems(List<Object> contents) {
    long moved = contents.stream().filter(content -> moved((Content) content)).count();
    if (moved == 0) {
      throw new IllegalStateException("Of %d contents none moved.".formatted(contents.size()));
    }
  }

  private boolean moved(Content content) {
    try {
      moves.move(FormerContentReader.caller(content.clinic()), content.id());
      return true;
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "not moved clinicId={0} contentId={1}: {2}", ids(content, e));
      return false;
    }
  }

  /** Of what the container wrapped, the cause says more. */
  private static Object[] ids(Content content, RuntimeException e) {
    return new Object[] {content.clinic(), content.id(), e.getCause() == null ? e : e.getCause()};
  }
}
