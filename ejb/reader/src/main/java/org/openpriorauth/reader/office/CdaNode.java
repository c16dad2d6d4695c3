package org.openpriorauth.reader.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.document.FailureCode;

/**
 * An element of a C-CDA. Coded entries are left out: what they say, the narrative says in words.
 */
final class CdaNode {
  private static final int MOST_NODES = 1_000_000;

  private final String name;
  private final Map<String, String> attributes;

  /** Elements and pieces of text, in order. */
  private final List<Object> content = new ArrayList<>();

  private CdaNode(String name, Map<String, String> attributes) {
    this.name = name;
    this.attributes = attributes;
  }

  /** Nodes that one document may have. */
  private static final class Count {
    private int nodes;
  }

  /**
   * @throws Failure DAMAGED, TOO_LARGE
   */
  static CdaNode read(Xml in, Budget budget) throws Failure {
    return read(in, budget, new Count());
  }

  private static CdaNode read(Xml in, Budget budget, Count count) throws Failure {
    if (++count.nodes > MOST_NODES) {
      throw new Failure(FailureCode.TOO_LARGE);
    }
    CdaNode node = new CdaNode(in.name(), in.attributes());
    boolean file = node.attribute("representation").equals("B64");
    while (in.childOrText()) {
      if (in.isText()) {
        if (!file) {
          node.content.add(budget.text(in.piece()));
        }
      } else if (in.name().equals("entry")) {
        in.skip();
      } else {
        node.content.add(read(in, budget, count));
      }
    }
    return node;
  }

  String name() {
    return name;
  }

  /** An attribute, or empty. */
  String attribute(String of) {
    return attributes.getOrDefault(of, "");
  }

  List<Object> content() {
    return content;
  }

  List<CdaNode> children() {
    List<CdaNode> children = new ArrayList<>();
    for (Object part : content) {
      if (part instanceof CdaNode child) {
        children.add(child);
      }
    }
    return children;
  }

  List<CdaNode> children(String of) {
    return children().stream().filter(child -> child.name.equals(of)).toList();
  }

  /** The first element at the end of a path, or one without content. */
  CdaNode at(String... path) {
    CdaNode node = this;
    for (String step : path) {
      List<CdaNode> found = node.children(step);
      node = found.isEmpty() ? new CdaNode(step, Map.of()) : found.get(0);
    }
    return node;
  }

  /** All its text on one line. */
  String text() {
    StringBuilder text = new StringBuilder();
    collect(text);
    return text.toString().strip().replaceAll("\\s++", " ");
  }

  private void collect(StringBuilder text) {
    for (Object part : content) {
      if (part instanceof CdaNode child) {
        child.collect(text);
      } else {
        text.append(part);
      }
    }
  }
}
