package org.openpriorauth.reader.office;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.typed.Block;
import org.openpriorauth.reader.typed.Block.Look;
import org.openpriorauth.reader.typed.Block.Paragraph;
import org.openpriorauth.reader.typed.Block.Running;
import org.openpriorauth.reader.typed.Block.Section;

/** The body of an RTF and what stands around it. Headers are those of the first section. */
final class RtfStories {
  private final Budget budget;
  private final RtfStory body;
  private final Map<String, List<Block>> running = new HashMap<>();
  private final List<Block> notes = new ArrayList<>();
  private boolean ownFirst;
  private int noted;

  RtfStories(Budget budget) {
    this.budget = budget;
    this.body = new RtfStory(budget);
  }

  RtfStory body() {
    return body;
  }

  RtfStory story() {
    return new RtfStory(budget);
  }

  void ownFirst() {
    ownFirst = true;
  }

  void running(String kind, RtfStory story) throws Failure {
    running.putIfAbsent(kind, story.blocks());
  }

  /** The mark of the next note. */
  String note() throws Failure {
    budget.block();
    noted++;
    return " [" + noted + "]";
  }

  /** A note that was read; they stand at the end. */
  void note(RtfStory story) throws Failure {
    String marker = "[" + noted + "]";
    for (Block block : story.blocks()) {
      if (block instanceof Paragraph paragraph && !marker.isEmpty()) {
        notes.add(new Paragraph(paragraph.text().strip(), Look.item(0, marker)));
        marker = "";
      } else {
        notes.add(block);
      }
    }
  }

  List<Block> blocks() throws Failure {
    Running rest = new Running(either("header"), either("footer"));
    Running first = ownFirst ? new Running(first("header"), first("footer")) : rest;
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Section(first, rest, false));
    blocks.addAll(body.blocks());
    if (!notes.isEmpty()) {
      blocks.add(new Paragraph("", Look.PLAIN));
      blocks.addAll(notes);
    }
    return blocks;
  }

  /** Of all pages, or of the right ones where left and right differ. */
  private List<Block> either(String kind) {
    return running.getOrDefault(kind, running.getOrDefault(kind + "r", List.of()));
  }

  private List<Block> first(String kind) {
    return running.getOrDefault(kind + "f", List.of());
  }
}
