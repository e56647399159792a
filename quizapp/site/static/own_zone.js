// A hidden field that holds the browser's own time zone.
for (const field of document.querySelectorAll('[data-own-zone]')) {
  field.value ||= Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';
}
