// Bodies of POST requests: a list of [name, value], where a value may be a file.
export const file = (name, data, type = "image/png") => ({ name, data: Buffer.from(data), type });

const boundary = "----parley-end-to-end-boundary";

export function multipart(fields) {
  const parts = fields.flatMap(([name, value]) => [
    partHead(name, value),
    value.data ?? Buffer.from(value),
    "\r\n",
  ]);
  const body = Buffer.concat([...parts, `--${boundary}--\r\n`].map((part) => Buffer.from(part)));
  return { body, type: `multipart/form-data; boundary=${boundary}` };
}

function partHead(name, value) {
  const disposition = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`;
  if (!value.data) return `${disposition}\r\n\r\n`;
  return `${disposition}; filename="${value.name}"\r\nContent-Type: ${value.type}\r\n\r\n`;
}

export function formBody(fields) {
  if (fields.some(([, value]) => value.data)) return multipart(fields);
  return { body: new URLSearchParams(fields).toString(), type: "application/x-www-form-urlencoded" };
}
