// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// What a dispenser must not forget, whatever happens to the power: numbers lent to it, tickets it gave out by itself and
// has not reported yet, forms whose answer it did not wait for. Each write is on the disk before it is believed
// (IndexedDB, durability "strict"); a number is taken out of its block and its ticket written in one transaction.
const NAME = "motcua-lay-so";
const STORES = ["blocks", "tickets", "keys", "facts"];

let opened = null;

function open() {
    opened = opened || new Promise((resolve, reject) => {
        const asked = indexedDB.open(NAME, 1);
        asked.onupgradeneeded = () => {
            asked.result.createObjectStore("blocks", { keyPath: "id" });
            asked.result.createObjectStore("tickets", { autoIncrement: true });
            asked.result.createObjectStore("keys");
            asked.result.createObjectStore("facts");
        };
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
    });
    return opened;
}

// What `act(stores, done)` does in one transaction; the value given to done() once everything is on the disk.
async function change(act) {
    const db = await open();
    return new Promise((resolve, reject) => {
        const transaction = db.transaction(STORES, "readwrite", { durability: "strict" });
        const stores = Object.fromEntries(STORES.map((name) => [name, transaction.objectStore(name)]));
        let answer;
        transaction.oncomplete = () => resolve(answer);
        transaction.onabort = transaction.onerror = () => reject(transaction.error);
        act(stores, (value) => {
            answer = value;
        });
    });
}

async function all(name) {
    const db = await open();
    return new Promise((resolve, reject) => {
        const store = db.transaction(name).objectStore(name);
        const values = store.getAll();
        const keys = store.getAllKeys();
        keys.onsuccess = () => resolve(keys.result.map((key, i) => ({ key, value: values.result[i] })));
        keys.onerror = () => reject(keys.error);
    });
}

// ---- lent numbers

// {id, group, letter, day, first, last, next, size, codes}; next: the first one not given out
export const blocks = async () => (await all("blocks")).map(({ value }) => value);

export function addBlocks(list) {
    return change((stores) => {
        list.forEach((block) => {
            stores.blocks.get(block.id).onsuccess = (event) => {
                if (!event.target.result)
                    stores.blocks.put({ ...block, next: block.first });
            };
        });
    });
}

// The next number of a group and day; null when none is left. `facts` is what the report will say of it.
export function takeNumber(group, day, facts) {
    return change((stores, done) => {
        stores.blocks.getAll().onsuccess = (event) => {
            const block = event.target.result.filter((b) => b.group === group && b.day === day && b.next <= b.last)
                .sort((a, b) => a.first - b.first)[0];
            if (!block) {
                done(null);
                return;
            }
            const number = block.next;
            stores.blocks.put({ ...block, next: number + 1 });
            stores.tickets.add({ ...facts, block: block.id, number });
            done({ number, letter: block.letter, size: block.size, code: block.codes[number - block.first] });
        };
    });
}

// Blocks of other days are of no use; what they gave out stays until it is reported.
export function forgetOldBlocks(day) {
    return change((stores) => {
        stores.blocks.openCursor().onsuccess = (event) => {
            const cursor = event.target.result;
            if (!cursor)
                return;
            if (cursor.value.day < day)
                cursor.delete();
            cursor.continue();
        };
    });
}

// ---- what is to be reported

export const tickets = () => all("tickets");
export const keys = async () => (await all("keys")).map(({ key }) => key);
export const addKey = (key) => change((stores) => stores.keys.put(1, key));

export function reported(ticketKeys, formKeys) {
    return change((stores) => {
        ticketKeys.forEach((key) => stores.tickets.delete(key));
        formKeys.forEach((key) => stores.keys.delete(key));
        stores.facts.delete("report");
    });
}

// ---- facts by name: "report", the one under way; "state", the last one heard

export const setFact = (name, value) => change((stores) => stores.facts.put(value, name));
export const dropFact = (name) => change((stores) => stores.facts.delete(name));
export const fact = async (name) => (await all("facts")).find(({ key }) => key === name)?.value;
