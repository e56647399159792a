// Chooses the browser's own time zone where nothing better is known; without this script it is UTC.

const field = document.querySelector("[data-zone-of-browser] select");
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

if (field && [...field.options].some((option) => option.value === zone)) field.value = zone;
