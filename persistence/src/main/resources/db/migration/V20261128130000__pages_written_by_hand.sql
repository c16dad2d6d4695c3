-- A page that is written by hand is one more source: what OCR made of it is nothing to rely on.
alter table document_page drop constraint document_page_source_check;
alter table document_page add constraint document_page_source_check
  check (source in ('text', 'ocr', 'mixed', 'image', 'handwriting'));
