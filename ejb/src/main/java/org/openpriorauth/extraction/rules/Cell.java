package org.openpriorauth.extraction.rules;

import java.util.List;

/** Words of one row that stand together: no wide gap between them. Never empty. */
record Cell(List<Token> tokens) {
  int start() {
    return tokens.get(0).start();
  }

  int end() {
    return tokens.get(tokens.size() - 1).end();
  }

  double left() {
    return tokens.get(0).left();
  }

  double right() {
    return tokens.get(tokens.size() - 1).right();
  }
}
